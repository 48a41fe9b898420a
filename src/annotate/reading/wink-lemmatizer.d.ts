declare module 'wink-lemmatizer' {
  const lemmatizer: { noun(form: string): string; verb(form: string): string };
  export default lemmatizer;
}
