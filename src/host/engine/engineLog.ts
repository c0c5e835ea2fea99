/** Where the engine's fate is reported. VS Code's log output channel is one. */
export interface EngineLog {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
