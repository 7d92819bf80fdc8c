/** What is found about encryption and certificate: what it is, why, what to do, and what the Gluu Server itself does then. */
export const diagnosisTls = {
  // no STARTTLS in the answer to EHLO, or 500, 502 or 503 to STARTTLS
  'diagnosis.S20.title': 'STARTTLS is not offered',
  'diagnosis.S20.explanation':
    'The server offers no encryption on port {port}. Continuing would send everything unencrypted, so no mail was sent.',
  'diagnosis.S20.remedy':
    'Use a port with TLS, or another mail server. For a relay in your own network that needs neither encryption nor a login, choose “None” and test without a login.',
  'diagnosis.S20.gluu': 'Gluu continues without a warning and sends everything unencrypted, including the password.',
  // 4xx, or 5xx other than 500, 502 and 503, to STARTTLS
  'diagnosis.S21.title': 'STARTTLS is offered, then refused',
  'diagnosis.S21.explanation':
    'The server offers STARTTLS, then refuses it. Often its certificate or TLS setup is broken.',
  'diagnosis.S21.remedy':
    'Ask the mail server’s administrator to fix it. Meanwhile, try a port with TLS from the start.',
  'diagnosis.S21.gluu': 'Gluu fails; it does not continue without encryption.',
  // STARTTLS is not in the answer to EHLO, but taken all the same, or overwritten there, or offered from the server’s network
  'diagnosis.S22.title': 'STARTTLS is removed on the way',
  'diagnosis.S22.explanation':
    'Something between this workstation and the mail server removes the offer of encryption.',
  'diagnosis.S22.remedy':
    'This is probably a firewall with SMTP inspection or a virus scanner. Exempt the mail server from it, and test from the Gluu Server.',
  'diagnosis.S22.gluu':
    'If nothing removes the offer between the Gluu Server and the mail server, Gluu is not affected. Otherwise it continues unencrypted.',
  // CERT_HAS_EXPIRED, or its last day is past
  'diagnosis.S23.title': 'Certificate expired',
  'diagnosis.S23.explanation':
    'The certificate of {host} expired on {until} ({days, plural, one {# day} other {# days}} ago).',
  'diagnosis.S23.remedy':
    'Ask the mail server’s administrator to renew it. If it expired only hours ago, check this workstation’s clock.',
  'diagnosis.S23.gluu': 'Gluu refuses it; up to 4.2, it then hangs on a port with TLS from the start.',
  // CERT_NOT_YET_VALID, or its first day is to come
  'diagnosis.S24.title': 'Certificate not yet valid',
  'diagnosis.S24.explanation':
    'The certificate of {host} is not valid before {since}; this workstation’s clock shows {now}.',
  'diagnosis.S24.remedy': 'Check the clock. If it is right, the certificate was installed too early.',
  'diagnosis.S24.gluu': 'Gluu refuses it too if it is not yet valid by the Gluu Server’s own clock.',
  // DEPTH_ZERO_SELF_SIGNED_CERT or SELF_SIGNED_CERT_IN_CHAIN
  'diagnosis.S25.title': 'Self-signed certificate',
  'diagnosis.S25.explanation':
    'The certificate is signed by the server itself or by its own authority; no authority that this computer trusts vouches for it.',
  'diagnosis.S25.remedy':
    'Ask the mail server’s administrator whether its SHA-256 is {sha256}. If it is, trust this certificate. On the Gluu Server, import the certificate into the Java trust store (keytool -importcert into cacerts), then restart oxTrust.',
  'diagnosis.S25.gluu':
    'Gluu up to 4.2 refuses it on a STARTTLS port, whether “Trust Server” is on or off, and hangs on a port with TLS from the start.',
  // UNABLE_TO_VERIFY_LEAF_SIGNATURE, UNABLE_TO_GET_ISSUER_CERT, UNABLE_TO_GET_ISSUER_CERT_LOCALLY, or no code
  'diagnosis.S26.title': 'Unknown authority or incomplete chain',
  'diagnosis.S26.explanation':
    'The certificate was issued by “{issuer}”, which this computer does not know, or the server leaves out an intermediate certificate.',
  'diagnosis.S26.remedy':
    'If an intermediate certificate is missing, ask the mail server’s administrator to add it. If the authority is an internal one, trust the certificate. On the Gluu Server, import the certificate into the Java trust store (keytool -importcert into cacerts), then restart oxTrust.',
  'diagnosis.S26.gluu':
    'Gluu up to 4.2 refuses it on a STARTTLS port, whether “Trust Server” is on or off, and hangs on a port with TLS from the start.',
  // ERR_TLS_CERT_ALTNAME_INVALID
  'diagnosis.S27.title': 'Certificate for another name',
  'diagnosis.S27.explanation': 'You are connecting to {host}, but the certificate is for {names}.',
  'diagnosis.S27.remedy':
    'Use one of the names in the certificate as SMTP Host. Certificates rarely contain IP addresses.',
  'diagnosis.S27.gluu':
    'Gluu accepts it without a warning: its mail code does not compare names, so anyone on the way with any trusted certificate could listen in.',
  // TLS 1.2 and newer fail, TLS 1.1 or 1.0 works on a second connection
  'diagnosis.S28.title': 'Only outdated TLS',
  'diagnosis.S28.explanation': 'The server supports only {protocol}, which is no longer secure.',
  'diagnosis.S28.remedy': 'Ask the mail server’s administrator to enable TLS 1.2 or later.',
  'diagnosis.S28.gluu': 'Gluu up to 4.2 works with TLS 1.0, unless it is disabled in its Java.',
  // TLS 1.2 or 1.3 works, a connection with TLS 1.0 alone fails
  'diagnosis.S29.title': 'The server refuses TLS 1.0',
  'diagnosis.S29.explanation': 'Gluu up to 4.2 offers only TLS 1.0, and this server refuses it.',
  'diagnosis.S29.remedy':
    'Run a relay on the Gluu Server that accepts mail on localhost and forwards it with up-to-date TLS, use a mail server that accepts TLS 1.0, or upgrade Gluu.',
  'diagnosis.S29.gluu': 'Gluu up to 4.2 fails with STARTTLS, and hangs on a port with TLS from the start.',
  // handshake_failure before the server’s certificate, or a key that is too small
  'diagnosis.S30.title': 'No encryption method in common',
  'diagnosis.S30.explanation':
    'The two sides have no TLS version or no cipher in common, or the server’s key is too weak ({code}).',
  'diagnosis.S30.remedy': 'Ask the mail server’s administrator to change its TLS setup.',
  'diagnosis.S30.gluu': 'For Gluu, this depends on its Java: older versions support other ciphers.',
  // certificate_required, or handshake_failure after the server’s certificate
  'diagnosis.S31.title': 'Client certificate required',
  'diagnosis.S31.explanation': 'The server requires a client certificate.',
  'diagnosis.S31.remedy': 'Use a port or connector of the mail server that accepts a password instead.',
  'diagnosis.S31.gluu': 'Gluu fails: its mail settings cannot include a client certificate.',
  // fewer than 30 days left
  'diagnosis.S32.title': 'Certificate expires soon',
  'diagnosis.S32.explanation':
    'The certificate of {host} expires {days, plural, =0 {in less than a day} one {in # day} other {in # days}}, on {until}.',
  'diagnosis.S32.remedy': 'Ask the mail server’s administrator to renew it in time.',
  'diagnosis.S32.gluu': 'Gluu refuses it from that day on.',
  // bytes in the same reading as the yes to STARTTLS, before the handshake
  'diagnosis.S33.title': 'Unencrypted bytes after STARTTLS',
  'diagnosis.S33.explanation':
    'Unencrypted bytes followed the reply to STARTTLS. Someone on the way may be adding text to the mail server’s replies.',
  'diagnosis.S33.remedy': 'Nothing was sent. Test from another network, and inform the mail server’s administrator.',
  'diagnosis.S33.gluu': 'Gluu does not notice this.',
  // end of the connection, no answer, or something other than TLS in the handshake
  'diagnosis.S34.title': 'The TLS handshake was interrupted',
  'diagnosis.S34.explanation':
    '{ended, select, late {The server began TLS, then sent no complete reply within {seconds, number} s.} closed {The server began TLS, then closed the connection.} error {The server began TLS, then the connection was lost ({code}).} other {The server began TLS, then did not continue.}}',
  'diagnosis.S34.remedy':
    'Run the test again. If this happens again, check the mail server’s log, and look for a firewall on the way.',
  'diagnosis.S34.gluu': 'Gluu fails if the connection is closed; up to 4.2, it hangs if no reply comes.',
  // SHA-256 differs from the certificate that was trusted before
  'diagnosis.S35.title': 'The certificate changed',
  'diagnosis.S35.explanation': 'This is not the certificate you trusted for {host}. Its SHA-256 is now {sha256}.',
  'diagnosis.S35.remedy': 'Before you trust the new one, ask the mail server’s administrator whether it was renewed.',
  'diagnosis.S35.gluu': 'Gluu relies only on its Java trust store.',
  // ERR_SSL_KEY_USAGE_BIT_INCORRECT of BoringSSL
  'diagnosis.S36.title': 'The certificate does not allow signing',
  'diagnosis.S36.explanation':
    'The key usage of the certificate does not include digitalSignature, which TLS needs. Tools that do not check this still connect.',
  'diagnosis.S36.remedy':
    'Ask the mail server’s administrator for a certificate whose key usage includes digitalSignature, or that has no key usage field.',
  'diagnosis.S36.gluu': 'What Gluu does is not known: its Java checks the key usage by its own rules.',
  // INVALID_PURPOSE or no extended key usage for servers, INVALID_CA, PATH_LENGTH_EXCEEDED, CERT_REVOKED, UNSPECIFIED or another trust code
  'diagnosis.S37.title': 'The certificate breaks a rule',
  'diagnosis.S37.explanation': 'This computer does not trust the certificate. {rule} Nothing was sent.',
  'diagnosis.S37.remedy':
    'Ask the mail server’s administrator for a certificate that is meant for servers, covers this name, and comes from an authority that may issue it.',
  'diagnosis.S37.gluu': 'What Gluu does is not known: its Java judges by its own rules.',
  // In the place of {rule} in S37: whole sentences.
  'diagnosis.noKnownReason': 'The TLS library gives no reason that this console knows.',
  'diagnosis.twoRules': '{one} {other}',
} as const;
