import type { Similar } from './similar';

/** «Такой телефон уже у клиента Иванов Иван, № 17», at the field; the card opens beside the form. */
export function SimilarNote({ lead, similar }: { lead: string; similar: Similar }) {
  return (
    <>
      {lead}{' '}
      <a href={`/clients/${similar.id}`} target="_blank" rel="noreferrer">
        {similar.label}
      </a>
      {similar.more ? ` ${similar.more}` : null}
    </>
  );
}
