// Force-included before the source of better-sqlite3 when it is compiled for a runtime older than Node-API 10.
// Its source keeps references to primitive values, which Node-API 8 refuses: here a primitive is put into an
// object that carries a type tag, and taken out again. Nothing else of Node-API 9 and 10 is used there.
#ifndef HEARBACK_BOX_REFERENCES_H
#define HEARBACK_BOX_REFERENCES_H

#include <node_api.h>
#include <stdbool.h>
#include <stddef.h>

static const napi_type_tag hearback_box_tag = {0x6865617262616b31ULL, 0x626f786564707269ULL};

static inline bool hearback_is_object(napi_valuetype type) {
  return type == napi_object || type == napi_function || type == napi_external;
}

static inline napi_status hearback_create_reference(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (hearback_is_object(type)) return napi_create_reference(env, value, count, result);

  napi_value box;
  status = napi_create_object(env, &box);
  if (status == napi_ok) status = napi_type_tag_object(env, box, &hearback_box_tag);
  if (status == napi_ok) status = napi_set_element(env, box, 0, value);
  if (status == napi_ok) status = napi_create_reference(env, box, count, result);
  return status;
}

static inline napi_status hearback_get_reference_value(napi_env env, napi_ref ref, napi_value* result) {
  napi_status status = napi_get_reference_value(env, ref, result);
  // A weak reference whose object is gone gives NULL.
  if (status != napi_ok || *result == NULL) return status;

  napi_valuetype type;
  status = napi_typeof(env, *result, &type);
  if (status != napi_ok || type != napi_object) return status;

  bool is_box = false;
  status = napi_check_object_type_tag(env, *result, &hearback_box_tag, &is_box);
  if (status != napi_ok || !is_box) return status;
  return napi_get_element(env, *result, 0, result);
}

#define napi_create_reference hearback_create_reference
#define napi_get_reference_value hearback_get_reference_value

#endif
