/** The shape that a language's file must have: English's own keys, and the plural forms that the language adds. */

/**
 * Every key of the English file, with any text. A key that ends in `_other` is a plural: `Forms` names the forms that
 * the language has besides `_one` and `_other` (Romanian "few", Russian "few" and "many").
 */
export type Words<English, Forms extends string = never> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Words<English[Key], Forms>;
} & {
  readonly [Key in keyof English as Key extends `${infer Base}_other` ? `${Base}_${Forms}` : never]: string;
};

/**
 * The same, where a key may still be missing: then the screen shows the English words. A key that English does not have
 * is an error all the same, and `test/renderer/words.test.ts` names each one that is missing.
 */
export type WordsSoFar<English, Forms extends string = never> = {
  readonly [Key in keyof English]?: English[Key] extends string ? string : WordsSoFar<English[Key], Forms>;
} & {
  readonly [Key in keyof English as Key extends `${infer Base}_other` ? `${Base}_${Forms}` : never]?: string;
};

/** Albanian and Macedonian have English's two forms. */
export type AlbanianWords<English> = WordsSoFar<English>;
export type MacedonianWords<English> = WordsSoFar<English>;
export type RussianWords<English> = WordsSoFar<English, "few" | "many">;
export type RomanianWords<English> = Words<English, "few">;
