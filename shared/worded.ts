/** The same words in another language: English's own keys, each with any text. */
export type Worded<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Worded<English[Key]>;
};
