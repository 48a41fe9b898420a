/** Writes to standard output and waits until the reader has taken it, so that a slow one does not fill our memory. */
export function written(words: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(words)) resolve();
    else process.stdout.once('drain', resolve);
  });
}
