/** Told of errors that are bugs of the demo fleet: the one connection ends, the process goes on. */
export type Report = (error: unknown) => void;

/** Shows the error as a warning of the process, without ending it. */
export const reportAsWarning: Report = (error) => {
  process.emitWarning(error instanceof Error ? error : new Error(String(error)));
};
