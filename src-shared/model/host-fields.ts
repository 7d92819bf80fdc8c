import { problem, shows } from '../base/problem';
import * as z from '../base/zod';
import { message } from '../texts/message';
import { hostProblem, portProblem } from './host';

export const HostName = z.string().trim().check(shows(hostProblem));
export const Port = z.number(problem(message('problem.port'))).check(shows(portProblem));
