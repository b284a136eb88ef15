// A header.
#pragma once

#include "modules/people/types.h"
