// A header.
#pragma once
#include "platform/storage/work.h"
#include "core/id.h"
