#pragma once
#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <graphviz/types.h>

// What a layout leaves in its nodes and edges is reached by macros, which Swift cannot call.
static inline boxf graphviz_bounds(Agraph_t *graph) { return GD_bb(graph); }
static inline pointf graphviz_middle(Agnode_t *node) { return ND_coord(node); }
static inline const splines *graphviz_curves(Agedge_t *edge) { return ED_spl(edge); }
