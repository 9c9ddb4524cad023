'use client';

import { IconPlus } from '@tabler/icons-react';
import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { Combobox } from '@/components/form/combobox';
import styles from '@/components/form/combobox.module.css';
import { Marked } from '@/components/text/marked';
import type { EntryWords } from '@/lib/i18n/entry-words';
import { fill } from '@/lib/i18n/fill';
import { searchWords } from '@/lib/search/normalise';
import { askProducts, type ProductSuggestion } from './product-suggestion';

interface ProductCellProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'list' | 'ref'> {
  value: string;
  client: string;
  words: EntryWords;
  /** Numbers of the lines that hold a product of this name already, from 1; 0 for none. */
  lineOf: (name: string) => number;
  onText: (text: string) => void;
  /** A product was chosen, or undefined: the text stays as a new one. */
  onChoose: (product: ProductSuggestion | undefined) => void;
}

/** Rest in typing before the catalogue is asked, ms. */
const rest = 150;

function Option({ product, search, inOrder }: { product: ProductSuggestion; search: string; inOrder: string }) {
  return (
    <>
      <span className={styles.pair}>
        <span>
          <Marked text={product.name} words={searchWords(search)} />
        </span>
        <small>{[product.sku, inOrder || product.unit].filter(Boolean).join(' · ')}</small>
      </span>
      <span className={`${styles.pair} num`}>
        <span>{product.shownPrice || '—'}</span>
        <small>{product.shownLast}</small>
      </span>
    </>
  );
}

/** The product of a line, with suggestions from the catalogue. */
export function ProductCell({ value, client, words, lineOf, onText, onChoose, ...input }: ProductCellProps) {
  const [found, setFound] = useState<ProductSuggestion[]>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const turn = useRef(0);
  const field = useRef<HTMLInputElement>(null);
  const typed = value.trim();

  useEffect(() => () => clearTimeout(timer.current), []);

  function forget() {
    clearTimeout(timer.current);
    turn.current += 1;
    setFound(undefined);
  }
  function search(text: string) {
    clearTimeout(timer.current);
    turn.current += 1;
    const own = turn.current;
    if (text.trim().length < 2) return setFound(undefined);
    timer.current = setTimeout(async () => {
      const answer = await askProducts({ search: text.trim(), client });
      // Whoever has gone on to another field does not want them any more.
      if (own === turn.current && answer && document.activeElement === field.current) setFound(answer.products);
    }, rest);
  }
  const options = found && [
    ...found.map((product) => {
      const line = lineOf(product.name);
      const inOrder = line > 0 ? fill(words.inOrder, { n: line }) : '';
      return { key: String(product.id), content: <Option product={product} search={typed} inOrder={inOrder} /> };
    }),
    {
      key: 'new',
      last: true,
      content: (
        <>
          <span>
            <IconPlus size={16} stroke={1.6} aria-hidden="true" /> {fill(words.newProduct, { name: typed })}
          </span>
          <kbd>Shift Enter</kbd>
        </>
      ),
    },
  ];
  return (
    <Combobox
      {...input}
      inputRef={field}
      value={value}
      listLabel={words.products}
      options={options ?? []}
      onText={(text) => {
        onText(text);
        search(text);
      }}
      onChoose={(key) => {
        const product = found?.find(({ id }) => String(id) === key);
        forget();
        onChoose(product);
      }}
      onBlur={forget}
    />
  );
}
