/** What became of an entry that something was done to. */
export type Outcome = Done | Failed;

export interface Done {
  readonly id: string;
  /** `sent` to where it was refused; `folded`: its events are in the read models; `closed`: off the list. */
  readonly outcome: 'sent' | 'folded' | 'closed';
  readonly detail: string;
}

export interface Failed {
  readonly id: string;
  readonly outcome: 'failed';
  readonly detail: string;
  readonly code: FailureCode;
}

/**
 * `notSendable`: a record that cannot be sent as it is; `gone`: it is no longer on its topic; `logUnavailable`: Kafka
 * refused, and may take it later; `stillNotFolded`; `otherProgram`: the projection, or its version that serves, is not
 * this program's; `notClosable`: parked events are not given up.
 */
export type FailureCode = 'notSendable' | 'gone' | 'logUnavailable' | 'stillNotFolded' | 'otherProgram' | 'notClosable';

export function failed(id: string, code: FailureCode, detail: string): Failed {
  return { id, outcome: 'failed', code, detail };
}
