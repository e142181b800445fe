import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import nodemailer, { type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../config.ts';
import type { Letter } from './letters.ts';

/** A dead mail server is given up after this many ms. */
const PATIENCE = 20_000;

/** What became of a letter: taken, refused for good, or to be tried once more. */
export type Posted = 'sent' | 'refused' | 'later';

/** The one place that speaks to a mail server; without one set up it is not there. */
@Injectable()
export class PostService implements OnModuleDestroy {
  private readonly transport: Transporter | undefined;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'mail'>) {
    const { mail } = config;
    if (!mail) return;
    this.transport = nodemailer.createTransport({
      url: mail.server,
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
      // Letters are made here of words alone.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  get isThere(): boolean {
    return this.transport !== undefined;
  }

  /** Errors of mail servers name the address: they are told by nothing but this. */
  async send(address: string, { subject, text, leave }: Letter): Promise<Posted> {
    const { transport, config } = this;
    if (!transport || !config.mail) return 'later';
    const headers = leave && {
      'List-Unsubscribe': `<${leave}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    };
    try {
      await transport.sendMail({
        from: config.mail.from,
        to: { name: '', address },
        subject,
        text,
        headers: { 'Auto-Submitted': 'auto-generated', ...headers },
      });
      return 'sent';
    } catch (error) {
      return isFinal(error) ? 'refused' : 'later';
    }
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }
}

const isFinal = (error: unknown): boolean =>
  error instanceof Error &&
  'responseCode' in error &&
  typeof error.responseCode === 'number' &&
  error.responseCode >= 500;
