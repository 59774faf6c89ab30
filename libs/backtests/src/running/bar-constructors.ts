/**
 * Takes away the way from any function to the constructor that makes functions out of text. The objects that a strategy
 * is handed are of this thread's world, where process and require are: by their constructors it would get there. For a
 * thread that runs strategies alone; nothing of ours makes functions of text that way.
 */
export function barConstructors(): void {
  const samples = [
    () => undefined,
    async () => {
      await Promise.resolve();
    },
    function* () {
      yield undefined;
    },
    async function* () {
      await Promise.resolve();
      yield undefined;
    },
  ];
  for (const sample of samples) {
    const prototype: unknown = Object.getPrototypeOf(sample);
    Object.defineProperty(prototype, 'constructor', { value: undefined, configurable: false });
  }
}
