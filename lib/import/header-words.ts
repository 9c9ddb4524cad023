import type { ImportEntity, ImportField } from '../domain/imports/schema';

/** Headings, parted by commas. */
const list = (text: string): string[] => text.trim().split(/,\s*/);

const version = list('версия, версия записи');
const product = list(`
  товар, номенклатура, наименование товара, название товара, услуга, товар услуга, товары работы услуги, позиция, product name, item,
  item name
`);
const sku = list(`
  артикул, код товара, код, код номенклатуры, артикул товара, штрихкод, article, code, product code, item code, part number
`);
const unit = list(`
  ед, ед изм, единица, единица измерения, единицы, единицы измерения, единица изм, uom, measure, unit of measure
`);
const price = list(`
  цена, цена за ед, цена за единицу, цена продажи, розничная цена, стоимость за ед, стоимость единицы, unit price, price per unit,
  sale price
`);
const vatRate = list('ставка ндс, ндс, ндс ставка, процент ндс, vat, vat rate, tax rate, tax');

/** What columns are called, most telling first, as `headingKey` spells headings. The names of the fields themselves count too. */
export const headerWords: Record<ImportEntity, Partial<Record<ImportField, readonly string[]>>> = {
  client: {
    id: list('id, ид, id клиента, номер клиента, код клиента, client id, client номер'),
    version,
    last_name: list('фамилия, фамилия клиента, surname, family name, lastname'),
    first_name: list('имя, имя клиента, given name, firstname, forename'),
    middle_name: list('отчество, отчество клиента, patronymic, middlename, second name'),
    full_name: list(`
      фио, ф и о, фио клиента, полное имя, фамилия имя отчество, фамилия имя, клиент, покупатель, заказчик, имя клиента,
      контактное лицо, контакт, name, fullname, client, client name, customer, customer name, contact, contact name, contact person
    `),
    company: list(`
      компания, организация, контрагент, название компании, наименование компании, наименование организации, название организации,
      юридическое лицо, юр лицо, фирма, наименование, название, company name, organisation, organization, business name, legal name
    `),
    mobile_phone: list(`
      мобильный телефон, мобильный, моб тел, моб телефон, моб, сотовый, сотовый телефон, телефон, тел, телефоны, телефон клиента,
      номер телефона, контактный телефон, рабочий телефон, mobile, cell, cell phone, phone, phone number, telephone, tel
    `),
    email: list(`
      e mail, почта, эл почта, электронная почта, email клиента, e mail клиента, емейл, имейл, адрес электронной почты,
      email address, e mail address, mail
    `),
    inn: list('инн, инн клиента, инн контрагента, инн организации, tax id, taxpayer no, taxpayer number, tin'),
    address: list(`
      адрес, адрес клиента, адрес доставки, почтовый адрес, фактический адрес, юридический адрес, postal address, delivery address,
      shipping address
    `),
    comment: list(`
      комментарий, примечание, комментарии, примечания, заметка, заметки, описание, comments, note, notes, remark, remarks
    `),
  },
  order: {
    id: list('id, ид, id заказа, order id'),
    version,
    external_no: list(`
      внешний номер, внешний номер заказа, номер заказа, заказ номер, номер документа, номер счета, номер, номер во внешней системе,
      external номер, external number, external id, order номер, order number, order no, document number, number, no, заказ, order
    `),
    client_id: list('id клиента, ид клиента, номер клиента, код клиента, customer id, client номер'),
    client_name: list(`
      клиент, покупатель, контрагент, заказчик, фио, фио клиента, имя клиента, получатель, компания, организация, client, customer,
      customer name, buyer, company
    `),
    client_email: list(`
      e mail клиента, email клиента, почта клиента, e mail, email, почта, эл почта, электронная почта, client e mail, customer email,
      customer e mail, email address
    `),
    client_phone: list(`
      телефон клиента, мобильный телефон, моб тел, телефон, тел, номер телефона, мобильный, контактный телефон, customer phone,
      phone, phone number, mobile phone, mobile
    `),
    created_at: list(`
      дата создания, создан, создано, дата заказа, дата, дата и время, дата документа, оформлен, created, date created, order date,
      date, creation date
    `),
    status: list('статус, статус заказа, состояние, состояние заказа, order status, state'),
    due_day: list(`
      срок, срок оплаты, срок исполнения, срок поставки, дата отгрузки, оплатить до, due, due date, deadline, payment due
    `),
    description: list(`
      описание, описание заказа, комментарий, комментарий к заказу, примечание, примечания, комментарии, comment, comments, note,
      notes
    `),
    product: [...product, ...list('наименование, название')],
    sku,
    quantity: list('кол во, количество, кол, к во, число, qty, count, pcs'),
    unit,
    price,
    discount: list('скидка, сумма скидки, скидка на строку, discount amount, discount sum'),
    vat_rate: vatRate,
  },
  product: {
    id: list('id, ид, id товара, номер товара, product id, item id'),
    version,
    name: [...list('наименование, название, полное наименование, рабочее наименование, title'), ...product, 'product'],
    sku,
    unit,
    price,
    vat_rate: vatRate,
  },
  payment: {
    order_id: list('заказ, номер заказа, заказ номер, id заказа, ид заказа, order, order номер, order no, order number'),
    external_no: list('внешний номер, внешний номер заказа, номер счета, счет, счет номер, invoice, invoice no, invoice number'),
    day: list('дата, дата оплаты, дата платежа, дата поступления, дата операции, date, paid, payment date'),
    amount: list('сумма, сумма платежа, сумма оплаты, приход, поступило, кредит, оплачено, sum, total, credit'),
    method: list('способ, способ оплаты, вид оплаты, payment method'),
    document_no: list('номер документа, документ, номер, номер платежа, номер п п, номер пп, document, document number, document no'),
    payer: list('плательщик, контрагент, клиент, покупатель, от кого, отправитель, payer, customer, client, from'),
    payer_inn: list('инн плательщика, инн, инн контрагента, payer tax id, tax id, tin'),
    note: list('назначение платежа, назначение, комментарий, примечание, основание, purpose, description, comment, details'),
  },
};

/** What may be the number of the record in our own downloads only; elsewhere it counts the rows or comes from another program. */
export const ownNumber: Record<ImportEntity, readonly string[]> = {
  client: list('номер'),
  order: list('номер, номер заказа, order номер'),
  product: list('номер'),
  payment: [],
};
