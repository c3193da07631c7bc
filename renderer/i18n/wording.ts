/** Shape that the English wording of a feature must have: exactly the keys of the Chinese one. */
export type Wording<Chinese> = {
  [Key in keyof Chinese]: Chinese[Key] extends string ? string : Wording<Chinese[Key]>;
};

/** All dotted paths to the texts of a wording. */
export type WordingPath<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string
    ? Key
    : `${Key}.${WordingPath<Texts[Key]>}`;
}[keyof Texts & string];
