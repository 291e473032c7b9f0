export interface Mail {
  readonly to: string
  readonly fromName: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The same key is sent once, whatever happens in between, as far as the transport can tell. */
  readonly key: string
}

export interface KeptMail extends Omit<Mail, "key"> {
  /** Unique among the kept ones; one path segment. */
  readonly name: string
  readonly tenantId: string
  /** ISO 8601. */
  readonly at: string
}

/** `tenantId`: the shop that speaks, or `platformSender` of server/kernel/tenant-keys.ts. */
export interface Mailer {
  send(tenantId: string, mail: Mail): Promise<void>
  /** What was kept instead of being sent, newest first; absent where mail really goes out. */
  kept?(most: number): Promise<readonly KeptMail[]>
}
