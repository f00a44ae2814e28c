/** The shape of another language: the same keys as English, other words. A missing key does not compile. */
export type Messages<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Messages<Source[Key]>;
};
