import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';

/** Serves the document at /openapi.json and Swagger UI at /docs, from the installed package alone. */
export function serveDocs(app: NestExpressApplication, document: OpenAPIObject): void {
  app.use('/docs', onlyFromHere);
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: 'Streakline API',
    // The validator is a third party's server: the document must not leave this machine.
    swaggerOptions: { validatorUrl: null, tryItOutEnabled: true, displayRequestDuration: true },
  });
}

/** Makes the browser enforce that the page loads nothing from elsewhere. Swagger UI needs inline styles and data images. */
function onlyFromHere(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader(
    'Content-Security-Policy',
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
  );
  next();
}
