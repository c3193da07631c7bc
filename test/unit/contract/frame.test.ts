import { deepStrictEqual } from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeFrame, encodeFrame, type Frame } from '../../../shared/contract/frame.ts';

/** As the other end of a socket gets it. */
function carried(message: unknown): unknown {
  return decodeFrame(received(encodeFrame(message)));
}

function received(frame: Frame): string | ArrayBuffer {
  return typeof frame === 'string' ? frame : frame.buffer;
}

const key = fc.oneof(
  fc.string(),
  fc.constantFrom('$', '$array', '$number', '$$array', '__proto__', 'constructor', 'toJSON', ''),
);
const typedArray = fc.oneof(
  fc.float64Array({ maxLength: 20 }),
  fc.int32Array({ maxLength: 20 }),
  fc.uint16Array({ maxLength: 20 }),
  fc.uint8Array({ maxLength: 20 }),
);
const { message: anyMessage } = fc.letrec((tie) => ({
  message: fc.oneof(
    { maxDepth: 5 },
    fc.constant(null),
    fc.boolean(),
    fc.double(),
    fc.string({ unit: 'grapheme' }),
    typedArray,
    fc.array(tie('message'), { maxLength: 5 }),
    fc
      .uniqueArray(fc.tuple(key, tie('message')), { maxLength: 5, selector: ([name]) => name })
      .map((entries) => Object.fromEntries(entries)),
  ),
}));

describe('a frame', () => {
  test('carries every message unchanged: NaN, infinities, −0, typed arrays, odd keys', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        // Vitest's own comparison takes a key called `constructor` for the object's type.
        deepStrictEqual(carried(message), message);
      }),
      { numRuns: 2000 },
    );
  });

  test('carries arrays to the bit, even the payload of a NaN', () => {
    const values = new Float64Array([Number.NaN, -0, 5e-324, Number.MAX_VALUE, 0.1]);
    new BigUint64Array(values.buffer)[0] = 0x7ff8_dead_beef_0001n;
    const back = carried({ values }) as { values: Float64Array };
    expect(new BigUint64Array(back.values.slice().buffer)).toEqual(
      new BigUint64Array(values.buffer),
    );
  });

  test('carries a part of a larger buffer as that part', () => {
    const whole = new Float64Array([1, 2, 3, 4]);
    expect(carried({ part: whole.subarray(1, 3) })).toEqual({ part: new Float64Array([2, 3]) });
  });

  test('is text without typed arrays and binary with them', () => {
    expect(encodeFrame({ a: [1, Number.NaN] })).toBe('{"a":[1,{"$number":"NaN"}]}');
    expect(encodeFrame({ a: new Uint8Array(0) })).toBeInstanceOf(Uint8Array);
  });

  test('a key of the message never passes for a stand-in', () => {
    for (const message of [{ $number: 'NaN' }, { $array: 0 }, { $$array: 0 }, { $: 1 }]) {
      expect(carried(message)).toStrictEqual(message);
      expect(carried({ message, values: new Float64Array(1) })).toStrictEqual({
        message,
        values: new Float64Array(1),
      });
    }
  });

  test('does not set prototypes', () => {
    const message: unknown = JSON.parse('{"__proto__":{"polluted":1},"$x":{"__proto__":2}}');
    const back = carried(message) as object;
    expect(back).toStrictEqual(message);
    expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
  });

  test.each([
    ['a function', () => 1],
    ['a bigint', 1n],
    ['a symbol', Symbol('x')],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['an instance', Object.create({ inherited: 1 })],
    ['an array of another type', new Float32Array(1)],
    ['a view', new DataView(new ArrayBuffer(1))],
    ['an object that rewrites itself', { toJSON: () => 'other' }],
  ])('refuses %s instead of changing it', (_what, value) => {
    expect(() => encodeFrame({ value })).toThrow(TypeError);
  });

  test('refuses holes, and leaves out fields that are undefined', () => {
    expect(() => encodeFrame([1, undefined])).toThrow(TypeError);
    expect(() => encodeFrame(undefined)).toThrow(TypeError);
    expect(carried({ a: undefined, b: 1 })).toStrictEqual({ b: 1 });
  });
});

describe('decoding', () => {
  const refused = expect.objectContaining({ code: 'E_INPUT' });

  test.each([
    '',
    '{',
    'undefined',
    'NaN',
    "{'a':1}",
    '{"a":1}garbage',
    '{"$number":"1"}',
    '{"$number":1}',
    '{"$array":0}',
    '{"$array":-1}',
    '{"$array":"length"}',
    '{"$unknown":1}',
    '{"$number":"NaN","b":1}',
    '['.repeat(100_000),
  ])('refuses the text %.30j', (text) => {
    expect(() => decodeFrame(text)).toThrow(refused);
  });

  test('refuses any changed byte of the beginning and any cut', () => {
    const frame = encodeFrame({ values: new Float64Array([1, 2, 3]) }) as Uint8Array<ArrayBuffer>;
    for (let length = 0; length < frame.length; length += 1) {
      expect(() => decodeFrame(frame.slice(0, length).buffer)).toThrow(refused);
    }
    for (let position = 0; position < 8; position += 1) {
      const broken = frame.slice();
      broken[position] = (broken[position] ?? 0) ^ 0xff;
      expect(() => decodeFrame(broken.buffer)).toThrow(refused);
    }
    const longer = new Uint8Array(frame.length + 8);
    longer.set(frame);
    expect(() => decodeFrame(longer.buffer)).toThrow(refused);
  });

  test('survives any bytes: a message or E_INPUT, nothing else', () => {
    const frame = encodeFrame({ a: [{ v: new Int32Array([1, 2]) }] }) as Uint8Array<ArrayBuffer>;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(frame.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (changes) => {
          const broken = frame.slice();
          for (const [position, byte] of changes) broken[position] = byte;
          try {
            decodeFrame(broken.buffer);
          } catch (error) {
            expect(error).toEqual(refused);
          }
        },
      ),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => decodeFrame(bytes.slice().buffer)).toThrow(refused);
      }),
    );
  });
});
