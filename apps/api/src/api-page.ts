import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

const INTRODUCTION = `Argument maps over REST. Everything that changes a map is an edit; sockets carry the same edits (docs/protocol.md).

Sign in, or join with an invitation: a cookie then says who you are. A refusal is \`{ "refusal": { "code", "message" } }\`.`;

/** /api/docs for people, /api/docs/openapi.json for programs: from the table in routes.ts and the schemas that handlers validate with. */
export function serveApiPage(app: NestExpressApplication, prefix: string): void {
  const builder = new DocumentBuilder()
    .setTitle('Counterpoint')
    .setDescription(INTRODUCTION)
    .setVersion('1')
    .addCookieAuth('counterpoint');
  const page = (prefix === '' ? builder : builder.addServer(prefix)).build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, page), {
    jsonDocumentUrl: 'api/docs/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Counterpoint: API',
    swaggerOptions: { validatorUrl: null },
  });
}
