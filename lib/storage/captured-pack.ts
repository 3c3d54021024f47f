/** The pack of what the reader has kept from pages. No import may take its id. */
export const CAPTURED_PACK_ID = "captured";
