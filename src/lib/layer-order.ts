/** The order of the CSS layers, stated before any style sheet: sheets reach a page in no promised order. */
export const layerOrder = '@layer theme,base,parts,pages,utilities;';
