import { checkPrefixOption } from '../kafka/open-kafka';
import { print } from '../output/print';
import { asyncApiOf } from './asyncapi/asyncapi';

export interface AsyncApiOptions {
  readonly topicPrefix: string;
}

export async function printAsyncApi({ topicPrefix }: AsyncApiOptions): Promise<void> {
  await print(`${JSON.stringify(asyncApiOf(checkPrefixOption(topicPrefix)), null, 2)}\n`);
}
