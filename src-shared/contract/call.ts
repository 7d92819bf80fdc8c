import * as z from '../base/zod';
import { ServerId } from '../model/server';

/** A call from the window to the core, or to main (`shellCalls`). They check `input` at run time; the compiler checks the rest. */
export interface Call<In extends z.ZodType, Out> {
  input: In;
  /** Never set: carries the type of the answer. */
  output?: Out;
}

/** One call: what it takes, and the type it gives. */
export const takes = <In extends z.ZodType>(input: In) => ({ gives: <Out>(): Call<In, Out> => ({ input }) });
/** For calls that take nothing. */
export const nothing = z.undefined();
/** For calls about one server. */
export const onServer = z.object({ serverId: ServerId });
