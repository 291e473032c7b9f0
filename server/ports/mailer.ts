export interface Mail {
  readonly to: string
  readonly fromName: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The same key is sent once, whatever happens in between, as far as the transport can tell. */
  readonly key: string
}

export interface Mailer {
  send(tenantId: string, mail: Mail): Promise<void>
}
