// Writes the client's questions and the types of their answers from the schema and the query book.
import { writeFileSync } from 'node:fs';
import { CLIENT_FILE, clientQuestions } from './client-questions.ts';

writeFileSync(CLIENT_FILE, await clientQuestions());
