import type { Notice } from '../../src-shared/model/app';
import type { ServerId } from '../../src-shared/model/server';

/** What one core hands to the next, by way of main: nothing in it is secret. */
export interface Remains {
  /** What the user was told and did not dismiss. */
  notices: Notice[];
  /** The ids of the demo fleet's servers, if it ran. */
  demo?: ServerId[];
}
