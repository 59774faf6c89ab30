import { type DynamicModule, Global, type InjectionToken, Module } from '@nestjs/common';

@Global()
@Module({})
class PartsModule {}

/** What the libs find by its token in every module. Made outside of Nest, which would close it in the wrong order. */
export function partsModule(
  parts: readonly { readonly provide: InjectionToken; readonly useValue: unknown }[],
): DynamicModule {
  return { module: PartsModule, providers: [...parts], exports: parts.map(({ provide }) => provide) };
}
