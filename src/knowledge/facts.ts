/** The fact that someone takes part in an event; events and entities are given by signature. */
export const participantFact = (event: string, role: string, entity: string) => `${event} ${role} ${entity}`;
/** The fact that an event happened somewhere. */
export const placeFact = (event: string, place: string) => `${event} at ${place}`;
/** The fact that someone said it. */
export const speakerFact = (statement: string, entity: string) => `${statement} by ${entity}`;
/** The fact that it was said to someone. */
export const audienceFact = (statement: string, entity: string) => `${statement} to ${entity}`;
/** The fact that it is about someone or something. */
export const aboutFact = (statement: string, target: string) => `${statement} about ${target}`;
