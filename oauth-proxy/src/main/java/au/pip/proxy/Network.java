package au.pip.proxy;

/**
 * Addresses that are counted together.
 *
 * @param allowance how many times what one person's network may ask
 */
record Network(String name, int allowance) {}
