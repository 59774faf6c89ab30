import type { CutView } from './cut-view';
import { identitiesAt, type Identity } from './identity-at';

/** Who the instruments that ever had several names were at the view's cut: their rows do not tell it. */
export async function renamedThen(view: CutView): Promise<readonly Identity[]> {
  const { rows } = await view.client.query<{ id: string }>(
    `SELECT instrument_id AS id FROM ${view.schema}.instruments WHERE NOT one_name AND listed_at <= $1`,
    [view.cut?.asRecorded],
  );
  const identities = await identitiesAt(
    view,
    rows.map(({ id }) => id),
  );
  return [...identities.values()];
}
