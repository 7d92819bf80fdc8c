import { type Agent, BaseAgent, type ParsedKey, type SignCallback, type SigningRequestOptions } from './ssh-client';

/** One key that is offered as it is and opened only once the server would take it, as ssh(1) does with a locked key. */
class KeyOnDemand extends BaseAgent<ParsedKey> {
  constructor(
    private readonly publicKey: ParsedKey,
    private readonly open: () => Promise<ParsedKey>,
  ) {
    super();
  }

  override getIdentities(done: (error: Error | undefined, keys?: ParsedKey[]) => void): void {
    done(undefined, [this.publicKey]);
  }

  override sign(
    _publicKey: ParsedKey,
    data: Buffer,
    options: SigningRequestOptions | SignCallback,
    done: SignCallback = () => {},
  ): void {
    const hash = typeof options === 'function' ? undefined : options.hash;
    const signed = this.open().then((key): Buffer => {
      const signature: Buffer | Error = key.sign(data, hash);
      if (signature instanceof Error) throw signature;
      return signature;
    });
    signed.then((signature) => done(null, signature), done);
  }
}

/** A way to offer a key by its public half; `open` gives the whole of it, or rejects, and the next way is tried. */
export const keyOnDemand = (publicKey: ParsedKey, open: () => Promise<ParsedKey>): Agent =>
  new KeyOnDemand(publicKey, open);
