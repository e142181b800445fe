import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MailKey, MailRequest, type MailSettings } from '@counterpoint/shared';
import { answer } from '../refusals.ts';
import { From, type SignedIn } from '../rights.guard.ts';
import { Route } from '../routes.ts';
import { AddressesService } from './addresses.service.ts';

@ApiTags('accounts')
@Controller()
export class MailController {
  constructor(private readonly addresses: AddressesService) {}

  @Route('GET /api/accounts/mail')
  async settings(@From() { account }: SignedIn): Promise<MailSettings> {
    return answer(await this.addresses.settings(account.id));
  }

  @Route('POST /api/accounts/mail')
  async set(
    @From() { account }: SignedIn,
    @Body({ schema: MailRequest }) asked: MailRequest,
  ): Promise<MailSettings> {
    return answer(await this.addresses.set(account, asked));
  }

  @Route('DELETE /api/accounts/mail')
  async forget(@From() { account }: SignedIn): Promise<void> {
    answer(await this.addresses.forget(account.id));
  }

  @Route('POST /api/mail/confirm/:key')
  async confirm(@Param('key', { schema: MailKey }) key: string): Promise<void> {
    answer(await this.addresses.confirm(key));
  }

  @Route('POST /api/mail/leave/:key')
  async leave(@Param('key', { schema: MailKey }) key: string): Promise<void> {
    answer(await this.addresses.leave(key));
  }
}
