import { AppError } from './errors.ts';

/* In every environment that runs this file, but not in the library types that keep `shared` free of platforms. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new (
  label: 'utf-8',
  options: { fatal: true },
) => { decode(bytes: Uint8Array): string };

/**
 * How one message travels over a socket: as JSON text, or as one binary frame when it holds typed arrays. Unlike plain
 * JSON it keeps NaN, the infinities and −0, and it refuses what it cannot carry instead of dropping it.
 *
 * Text: JSON in which `{"$number":"NaN"}` stands for a number that JSON lacks; a key of the message that begins with
 * `$` is written with one more `$`.
 * Binary: `HMF1`, length of the header (u32, little-endian), header (JSON: the message with `{"$array":i}` for each typed
 * array, and the arrays' types and lengths), then the arrays, each beginning at a multiple of 8 bytes, in the byte order
 * of the machine: both ends are always on the same one.
 */
export type Frame = string | Uint8Array<ArrayBuffer>;

const ARRAY_TYPES = { Float64Array, Int32Array, Uint16Array, Uint8Array } as const;
type ArrayTypeName = keyof typeof ARRAY_TYPES;
type CarriedArray = InstanceType<(typeof ARRAY_TYPES)[ArrayTypeName]>;

const MAGIC = [0x48, 0x4d, 0x46, 0x31];
const PREFIX_BYTES = 8;

/** Throws a TypeError for what no frame carries: functions, dates, maps, class instances, holes and other typed arrays. */
export function encodeFrame(message: unknown): Frame {
  const arrays: CarriedArray[] = [];
  const text = JSON.stringify(message, function (this: unknown, key: string, converted: unknown) {
    // `converted` has been through toJSON; what the message really holds decides.
    const value = (this as Record<string, unknown>)[key];
    return writable(value, converted, arrays, this, key);
  });
  if (text === undefined) throw new TypeError('a frame cannot carry undefined');
  return arrays.length === 0 ? text : binaryFrame(text, arrays);
}

function writable(
  value: unknown,
  converted: unknown,
  arrays: CarriedArray[],
  holder: unknown,
  key: string,
): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'undefined':
      if (Array.isArray(holder)) throw new TypeError(`a frame cannot carry the hole at [${key}]`);
      return undefined;
    case 'number':
      if (Number.isFinite(value) && !Object.is(value, -0)) return value;
      return { $number: Object.is(value, -0) ? '-0' : String(value) };
    case 'object':
      break;
    default:
      throw new TypeError(`a frame cannot carry the ${typeof value} at "${key}"`);
  }
  if (value === null || Array.isArray(value)) return value;
  if (ArrayBuffer.isView(value)) {
    const carried = Object.values(ARRAY_TYPES).some((type) => value instanceof type);
    if (!carried) throw new TypeError(`a frame cannot carry the array at "${key}"`);
    return { $array: arrays.push(value as CarriedArray) - 1 };
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  const plain = prototype === null || Object.getPrototypeOf(prototype) === null;
  if (!plain || converted !== value) {
    throw new TypeError(`a frame cannot carry the object at "${key}"`);
  }
  const keys = Object.keys(value);
  if (!keys.some((name) => name.startsWith('$'))) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name.startsWith('$') ? `$${name}` : name, part]),
  );
}

function binaryFrame(text: string, arrays: readonly CarriedArray[]): Uint8Array<ArrayBuffer> {
  const layout = arrays.map((array) => [typeName(array), array.length]);
  const header = new TextEncoder().encode(`{"arrays":${JSON.stringify(layout)},"message":${text}}`);
  let size = aligned(PREFIX_BYTES + header.length);
  for (const array of arrays) size = aligned(size + array.byteLength);

  const frame = new Uint8Array(size);
  frame.set(MAGIC);
  new DataView(frame.buffer).setUint32(MAGIC.length, header.length, true);
  frame.set(header, PREFIX_BYTES);
  let offset = aligned(PREFIX_BYTES + header.length);
  for (const array of arrays) {
    frame.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset = aligned(offset + array.byteLength);
  }
  return frame;
}

/**
 * The message. Typed arrays of a binary frame are views on `frame`, not copies. Throws `E_INPUT` for anything that
 * `encodeFrame` does not write.
 */
export function decodeFrame(frame: string | ArrayBuffer): unknown {
  return typeof frame === 'string' ? parse(frame, []) : decodeBinary(frame);
}

function decodeBinary(frame: ArrayBuffer): unknown {
  const bytes = new Uint8Array(frame);
  if (bytes.length < PREFIX_BYTES || MAGIC.some((byte, index) => bytes[index] !== byte)) {
    throw malformed('the binary frame has a wrong beginning');
  }
  const headerLength = new DataView(frame).getUint32(MAGIC.length, true);
  if (headerLength > bytes.length - PREFIX_BYTES) throw malformed('the header is cut off');
  const text = decodeUtf8(bytes.subarray(PREFIX_BYTES, PREFIX_BYTES + headerLength));

  const layout = layoutOf(text);
  const arrays: CarriedArray[] = [];
  let offset = aligned(PREFIX_BYTES + headerLength);
  for (const [name, length] of layout) {
    const type = ARRAY_TYPES[name];
    if (offset + length * type.BYTES_PER_ELEMENT > bytes.length) {
      throw malformed('an array is cut off');
    }
    arrays.push(new type(frame, offset, length));
    offset = aligned(offset + length * type.BYTES_PER_ELEMENT);
  }
  if (offset !== bytes.length) throw malformed('there are bytes after the last array');
  return (parse(text, arrays) as { message: unknown }).message;
}

function layoutOf(text: string): [ArrayTypeName, number][] {
  const header: unknown = parseJson(text);
  const layout: unknown =
    typeof header === 'object' && header !== null && 'arrays' in header && 'message' in header
      ? header.arrays
      : null;
  if (!Array.isArray(layout)) throw malformed('the header lists no arrays');
  return layout.map((entry: unknown) => {
    const [name, length] = Array.isArray(entry) ? (entry as unknown[]) : [];
    const known = typeof name === 'string' && Object.hasOwn(ARRAY_TYPES, name);
    if (!known || !Number.isSafeInteger(length) || (length as number) < 0) {
      throw malformed('the header names an unknown array');
    }
    return [name as ArrayTypeName, length as number];
  });
}

function parse(text: string, arrays: readonly CarriedArray[]): unknown {
  // Most messages hold no stand-in, and parsing without a reviver is several times faster.
  if (!text.includes('"$')) return parseJson(text);
  return parseJson(text, (_key, value) => readBack(value, arrays));
}

function readBack(value: unknown, arrays: readonly CarriedArray[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if (ArrayBuffer.isView(value)) return value;
  const entries = Object.entries(value);
  if (!entries.some(([name]) => name.startsWith('$'))) return value;
  const [name, part] = entries[0] as [string, unknown];
  if (entries.length === 1 && name === '$number') return specialNumber(part);
  if (entries.length === 1 && name === '$array') {
    const array = Number.isInteger(part) ? arrays[part as number] : undefined;
    if (array === undefined) throw malformed('a stand-in names no array');
    return array;
  }
  // fromEntries defines properties, so that even `__proto__` is a plain key.
  return Object.fromEntries(
    entries.map(([key, inner]) => {
      if (!key.startsWith('$')) return [key, inner];
      if (!key.startsWith('$$')) throw malformed('a stand-in is unknown');
      return [key.slice(1), inner];
    }),
  );
}

function specialNumber(text: unknown): number {
  switch (text) {
    case 'NaN':
      return Number.NaN;
    case 'Infinity':
      return Number.POSITIVE_INFINITY;
    case '-Infinity':
      return Number.NEGATIVE_INFINITY;
    case '-0':
      return -0;
    default:
      throw malformed('a stand-in names no number');
  }
}

function parseJson(text: string, reviver?: (key: string, value: unknown) => unknown): unknown {
  try {
    return JSON.parse(text, reviver);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw malformed('the message is not JSON');
  }
}

/** Invalid bytes are refused, not replaced. */
function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw malformed('the header is not UTF-8');
  }
}

function typeName(array: CarriedArray): ArrayTypeName {
  const names = Object.keys(ARRAY_TYPES) as ArrayTypeName[];
  const name = names.find((candidate) => array instanceof ARRAY_TYPES[candidate]);
  if (name === undefined) throw new TypeError('a frame cannot carry this array');
  return name;
}

function aligned(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}

function malformed(what: string): AppError {
  return new AppError('E_INPUT', `malformed message: ${what}`, { reason: 'frame-malformed' });
}
