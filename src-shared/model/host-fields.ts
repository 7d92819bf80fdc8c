import * as z from '../base/zod';
import { hostProblem, portProblem } from './host';

/** A refinement that shows `problem`'s own sentence. */
export const checked = <T>(problem: (value: T) => string | undefined) => ({
  check: (value: T) => problem(value) === undefined,
  error: { error: (issue: { input?: unknown }) => problem(issue.input as T) ?? '' },
});
const host = checked(hostProblem);
const port = checked(portProblem);

export const HostName = z.string().trim().refine(host.check, host.error);
export const Port = z.number('A port is a number from 1 to 65535.').refine(port.check, port.error);
