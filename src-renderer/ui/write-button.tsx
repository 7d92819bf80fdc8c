import type { ComponentProps } from 'react';
import type { ServerSummary } from '../../src-shared/model/server';
import { Button } from './button';
import { EnvironmentShape } from './environment';

interface WriteButtonProps extends ComponentProps<typeof Button> {
  server: Pick<ServerSummary, 'environment'>;
}

/** A button that writes to a server: in production's colour and with its shape there, and in neither elsewhere. */
export function WriteButton({ server: { environment }, look = 'main', children, ...rest }: WriteButtonProps) {
  const isProduction = environment === 'production';
  return (
    <Button look={isProduction ? 'production' : look} {...rest}>
      {isProduction ? <EnvironmentShape environment="production" /> : null}
      {children}
    </Button>
  );
}
