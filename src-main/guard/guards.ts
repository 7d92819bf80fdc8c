import type { ServerId } from '../../src-shared/model/server';
import type { RouteGuard } from '../ssh/ssh-routes';
import { createAskOnce } from './ask-once';
import { type ClearText, createClearText } from './clear-text';
import type { Confirm } from './confirm';
import type { ConfirmedPlaces } from './confirmed-places';
import { guardRoutes } from './guarded-reach';
import { createMailGuard, type MailGuard } from './mail-guard';
import type { Place } from './place-name';
import { createPlaces, type Places } from './places';
import { createWriteConsent, type WriteConsent } from './write-consent';

interface Needs {
  confirmed: ConfirmedPlaces;
  confirm: Confirm;
  /** Whether the demo fleet itself listens there. */
  isOwn(place: Place): boolean;
  isDemo(id: ServerId): boolean;
}

/** Everything that asks the user outside the window, each for its own kind of thing. */
export interface Guards {
  places: Places;
  clearText: ClearText;
  mails: MailGuard;
  consent: WriteConsent;
  routeGuard: RouteGuard;
}

export function createGuards({ confirmed, confirm, isOwn, isDemo }: Needs): Guards {
  const places = createPlaces({ confirmed, confirm, isOwn });
  const ask = createAskOnce({ confirm });
  return {
    places,
    clearText: createClearText({ ask, isOwn }),
    mails: createMailGuard({ ask, isOwn }),
    consent: createWriteConsent({ confirm, isDemo }),
    routeGuard: guardRoutes(places),
  };
}
