import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { type Cell, markedText } from './cell';
import { attributesOf, contentOf } from './cell-content';

const html = (cell: Cell) => renderToStaticMarkup(contentOf(cell, 'нет'));

describe('contentOf', () => {
  test('nothing is a dash for the eye and a word for the ear', () => {
    expect(html(null)).toBe('<span class="muted"><span aria-hidden="true">—</span><span class="hidden">нет</span></span>');
  });
  test('money has its currency a step back', () => {
    expect(html({ text: '1 234,56', unit: '₽', look: 'num' })).toBe('1 234,56\u00a0<span class="muted">₽</span>');
  });
  test('a link carries its look, what was found is marked, and nothing becomes markup', () => {
    const cell: Cell = { text: markedText('<b>Иванов</b>', ['иванов']), also: '«Ясень»', href: '/clients/1', look: 'key', open: 'first' };
    expect(html(cell)).toBe(
      '<a href="/clients/1" class="key" data-open="">&lt;b&gt;<mark>Иванов</mark>&lt;/b&gt;</a><span class="quiet"> · «Ясень»</span>',
    );
  });
  test('a moment tells its instant to machines', () => {
    const cell: Cell = { at: Date.UTC(2026, 10, 23, 11, 2), day: '23.11', time: '14:02', exact: '23 ноября 2026 г. в 14:02:00 GMT+3' };
    expect(html(cell)).toContain('dateTime="2026-11-23T11:02:00.000Z"');
    expect(html(cell)).toContain('<span>23.11</span> <span class="muted">14:02</span>');
  });
  test('who may not change a status sees it without a link', () => {
    const cell: Cell = { status: 'Pending', name: 'Ожидает', waiting: '5 дней', change: undefined };
    expect(html(cell)).not.toContain('<a');
    expect(html({ ...cell, change: { id: 7, version: 2, label: 'Сменить' } })).toContain('href="/orders/7"');
  });
});

describe('attributesOf', () => {
  test('the look of a text without a link is the look of its cell', () => {
    expect(attributesOf({ text: '3', look: 'num' }, 'number')).toEqual({ className: 'number num', title: undefined });
    expect(attributesOf({ text: '3', look: 'num' }, undefined).className).toBe('num');
    expect(attributesOf({ text: '3', look: 'num', href: '/orders' }, 'number').className).toBe('number');
  });
  test('the title of a cell that may be cut is its whole text', () => {
    const text = markedText('Вода питьевая', ['вода']);
    expect(attributesOf({ text, title: true }, 'cut').title).toBe('Вода питьевая');
    expect(attributesOf({ text, title: 'иначе' }, 'cut').title).toBe('иначе');
    expect(attributesOf(null, 'cut')).toEqual({ className: 'cut' });
  });
});
