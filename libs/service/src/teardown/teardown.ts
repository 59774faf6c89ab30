/** What must be undone, in reverse order: what was opened last rests on what was opened before it. */
export class Teardown {
  private readonly steps: { readonly name: string; readonly undo: () => Promise<void> }[] = [];
  private running: Promise<void> | undefined;

  constructor(private readonly onFailure: (step: string, error: unknown) => void) {}

  add(name: string, undo: () => Promise<void>): void {
    this.steps.push({ name, undo });
  }

  /** Takes every step even if one fails; asked again, waits for the first time. */
  run(): Promise<void> {
    this.running ??= this.takeSteps();
    return this.running;
  }

  private async takeSteps(): Promise<void> {
    for (const { name, undo } of this.steps.reverse()) {
      await undo().catch((error: unknown) => this.onFailure(name, error));
    }
  }
}
