import { describe, expect, it } from 'vitest'
import { detectFormat } from '../../../worker/catalogue/detect-format.ts'

const formatOf = (head: string) => {
  const found = detectFormat(head, 'auto')
  return found.ok ? found.value : found.error
}

describe('detectFormat', () => {
  it.each([
    ['id,title,price\n1,Cup,5', 'csv', ','],
    ['id;title;price\n1;Cup;5,00', 'csv', ';'],
    ['id|title|price\n', 'csv', '|'],
    ['id\ttitle\tprice, EUR\n', 'tsv', '\t'],
    ['"a;b;c;d",title,price\n', 'csv', ','],
    ['# exported today, by hand\nid;title\n', 'csv', ';'],
    ['"# Required | the id","# Required | the name"\nid\ttitle\n', 'tsv', '\t'],
    ['sep=;\r\nid;title\r\n', 'csv', ';'],
    ['\ufeff\n상품코드,상품명\n', 'csv', ','],
  ])('reads %j as %s', (head, format, delimiter) => {
    expect(formatOf(head)).toEqual({ format, delimiter })
  })

  it.each([
    ['{"id":1}\n{"id":2}\n', 'jsonl'],
    ['{"id":1,"title":"Cup"}', 'jsonl'],
    ['{"id":1,}\n{"id":2}\n', 'jsonl'],
    ['[{"id":1}]', 'json'],
    ['{"products":[{"id":1}]}', 'json'],
    ['{\n  "products": [\n    {"id":1}\n  ]\n}', 'json'],
  ])('reads %j as %s', (head, format) => {
    expect(formatOf(head)).toEqual({ format })
  })

  it.each([
    ['', /empty/],
    [' \n \n', /empty/],
    ['PK\u0003\u0004\u0014', /Excel/],
    ['ab\u0000cd', /not a text file/],
    ['<!DOCTYPE html><html>', /web page/],
    ['<?xml version="1.0"?><rss>', /XML is not supported yet/],
    ['<rss version="2.0">', /XML is not supported yet/],
    ['Thank you for your order\n', /only one column/],
  ])('refuses %j and says what to do', (head, message) => {
    expect(formatOf(head)).toMatch(message)
  })

  it('refuses a file that is not what it was sent as', () => {
    expect(detectFormat('id,title\n', 'json').ok).toBe(false)
    expect(detectFormat('[{"id":1}]', 'csv').ok).toBe(false)
    expect(detectFormat('[{"id":1}]', 'jsonl').ok).toBe(false)
    expect(detectFormat('id,title\n', 'tsv').ok).toBe(false)
    expect(detectFormat('id\ttitle\n', 'csv').ok).toBe(true)
  })
})
