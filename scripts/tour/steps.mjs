// The tour, in its order.
import { appSteps } from './app-steps.mjs';
import { changeSteps } from './change-steps.mjs';
import { lookSteps } from './look-steps.mjs';
import { mailSteps } from './mail-steps.mjs';
import { resetSteps } from './reset-steps.mjs';

export const steps = [...lookSteps, ...mailSteps, ...changeSteps, ...resetSteps, ...appSteps];
