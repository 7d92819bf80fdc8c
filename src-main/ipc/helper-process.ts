/** A process of our own beside the core, as the core sees it: Electron's utilityProcess, or a Node child in tests. */
export interface HelperProcess<Request> {
  post(request: Request): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once when the process ended in whatever way, or could not be started. */
  onExit(listener: () => void): void;
  /** Ends the process at once. */
  kill(): void;
}
