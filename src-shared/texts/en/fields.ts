/** oxTrust's page and Gluu's versions. */
export const fields = {
  // Versions of Gluu, as part of a sentence: “This is Gluu {version}.” One version alone stands as it is.
  'version.every': 'every version',
  'version.upTo': 'up to {most}',
  'version.from': '{least} and later',
  'version.span': '{least} to {most}',
  'version.notServed': 'This is Gluu {version}; this console changes {served} only.',
} as const;
