/** The channels between window and main. Every call, its progress and its cancellation travel on these; none is added per feature. */
export const wire = {
  call: 'gluu:call',
  cancel: 'gluu:cancel',
  progress: 'gluu:progress',
  event: 'gluu:event',
} as const;
