import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { Refusal } from '@counterpoint/shared';
import { z } from 'zod';

const INTRODUCTION = `Argument maps over REST. Everything that changes a map is an edit; sockets carry the same edits (docs/protocol.md).

Sign in, or join with an invitation: a cookie then says who you are. A refusal is \`{ "refusal": { "code", "message" } }\`.`;

/** /api/docs for people, /api/docs/openapi.json for programs: from the schemas that the handlers validate with. */
export function serveApiPage(app: NestExpressApplication): void {
  const page = new DocumentBuilder()
    .setTitle('Counterpoint')
    .setDescription(INTRODUCTION)
    .setVersion('1')
    .addCookieAuth('counterpoint')
    .build();
  SwaggerModule.setup(
    'api/docs',
    app,
    () => {
      const document = SwaggerModule.createDocument(app, page);
      const Refused = z.toJSONSchema(z.object({ refusal: Refusal }), { target: 'openapi-3.0' }) as object;
      document.components = { ...document.components, schemas: { ...document.components?.schemas, Refused } };
      return document;
    },
    {
      jsonDocumentUrl: 'api/docs/openapi.json',
      raw: ['json'],
      customSiteTitle: 'Counterpoint: API',
      swaggerOptions: { validatorUrl: null },
    },
  );
}
